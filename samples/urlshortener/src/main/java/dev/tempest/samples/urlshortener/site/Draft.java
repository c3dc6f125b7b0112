package dev.tempest.samples.urlshortener.site;

/**
 * What somebody typed, so that it need not be typed again.
 *
 * @param targetProblem what is wrong with the target; "" for nothing
 * @param aliasProblem what is wrong with the alias; "" for nothing
 */
record Draft(String target, String alias, Lifetime lifetime, String targetProblem, String aliasProblem) {
    static final Draft EMPTY = new Draft("", "", Lifetime.FOREVER);

    Draft(String target, String alias, Lifetime lifetime) {
        this(target, alias, lifetime, "", "");
    }

    Draft withTargetProblem(String problem) {
        return new Draft(target, alias, lifetime, problem, aliasProblem);
    }

    Draft withAliasProblem(String problem) {
        return new Draft(target, alias, lifetime, targetProblem, problem);
    }
}
