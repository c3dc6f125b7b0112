package dev.tempest.rewrite;

import org.openrewrite.Column;
import org.openrewrite.DataTable;
import org.openrewrite.Recipe;

/** The places that a person has to look at after the move, a row for each. */
public final class ToReview extends DataTable<ToReview.Row> {
    /** A table that a recipe fills. */
    public ToReview(Recipe recipe) {
        super(recipe, "What to review after the move from Cash App's Tempest", "The places that the recipes marked.");
    }

    /**
     * One place.
     *
     * @param file the path of the source file
     * @param topic what the place is about, as {@code save in a transaction}
     * @param code the first line of the code
     * @param explanation what is different, and what to do
     */
    public record Row(
            @Column(displayName = "File", description = "The path of the source file.")
            String file,

            @Column(displayName = "Topic", description = "What the place is about.")
            String topic,

            @Column(displayName = "Code", description = "The first line of the code.")
            String code,

            @Column(displayName = "Explanation", description = "What is different, and what to do.")
            String explanation) {}
}
