package dev.tempest.samples.urlshortener.site;

/**
 * Whoever uses the pages: a browser, by the token in its cookie. There are no accounts; who has the cookie has the links.
 *
 * @param token owns links
 * @param formToken stands in each of the visitor's forms. Another site can let a browser send a form here, with its
 *     cookie, but cannot know this
 * @param isNew whether the browser has yet to be given the cookie
 */
record Visitor(String token, String formToken, boolean isNew) {
    /** The name of the field that holds the form token. */
    static final String FORM_TOKEN_FIELD = "form_token";
}
