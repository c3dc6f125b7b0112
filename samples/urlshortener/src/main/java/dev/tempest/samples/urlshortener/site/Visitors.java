package dev.tempest.samples.urlshortener.site;

import dev.tempest.samples.urlshortener.web.Form;
import dev.tempest.samples.urlshortener.web.HttpError;
import dev.tempest.samples.urlshortener.web.Request;
import dev.tempest.samples.urlshortener.web.Response;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Tells visitors apart by a signed cookie, and their own forms from those that another site has them send. */
final class Visitors {
    private static final int TOKEN_BYTES = 16;
    // Browsers keep no cookie for longer than that.
    private static final Duration COOKIE_AGE = Duration.ofDays(400);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret cookies;
    private final Secret forms;
    private final boolean secure;

    /** @param secure whether browsers come by https, and are to send the cookie by nothing else */
    Visitors(Secret secret, boolean secure) {
        cookies = secret.forPurpose("cookie");
        forms = secret.forPurpose("form");
        this.secure = secure;
    }

    /** Who asks for a page: whoever has no cookie, or one that was made up, is new. */
    Visitor of(Request request) {
        return known(request).orElseGet(this::newVisitor);
    }

    /**
     * Who sent a form.
     *
     * @throws HttpError unless it is a form that this visitor was given
     */
    Visitor sender(Request request, Form form) {
        Visitor visitor = known(request)
                .orElseThrow(() -> new HttpError(
                        403,
                        "Your browser did not send the cookie by which your links are known. Does it take cookies?"));
        boolean own = forms.isSignature(form.get(Visitor.FORM_TOKEN_FIELD), visitor.token())
                && request.header("Sec-Fetch-Site").map(OWN_SITE::contains).orElse(true);
        if (!own) {
            throw new HttpError(403, "This form is none that you got from here. Open the page anew and try again.");
        }
        return visitor;
    }

    /** Gives the cookie to a browser that has none. */
    Response greet(Visitor visitor, Response response) {
        if (!visitor.isNew()) {
            return response;
        }
        String value = visitor.token() + "." + cookies.signature(visitor.token());
        return response.with(
                "Set-Cookie",
                "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                        .formatted(cookieName(), value, COOKIE_AGE.toSeconds(), secure ? "; Secure" : ""));
    }

    private Optional<Visitor> known(Request request) {
        return request.cookie(cookieName()).flatMap(value -> {
            int dot = value.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            String token = value.substring(0, dot);
            return cookies.isSignature(value.substring(dot + 1), token)
                    ? Optional.of(visitor(token, false))
                    : Optional.empty();
        });
    }

    private Visitor newVisitor() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return visitor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), true);
    }

    private Visitor visitor(String token, boolean isNew) {
        return new Visitor(token, forms.signature(token), isNew);
    }

    private String cookieName() {
        // A browser takes a cookie of such a name only by https, and from no other host.
        return secure ? "__Host-visitor" : "visitor";
    }
}
