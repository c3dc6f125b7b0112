package dev.tempest.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with a database, and what to do, in place of a stack trace. */
final class TempestFailureAnalyzer extends AbstractFailureAnalyzer<TempestStartException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TempestStartException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
    }
}
