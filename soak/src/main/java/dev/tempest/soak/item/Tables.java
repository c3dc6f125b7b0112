package dev.tempest.soak.item;

import dev.tempest.TableName;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;

/** Two tables, one of them with write tokens; some item types know the tokens. */
public final class Tables {
    /** The table without tokens. */
    public static final String PLAIN = "soak_plain";

    /** The table with tokens. */
    public static final String TRACED = "soak_traced";

    private Tables() {}

    /** The database. */
    public interface Db extends LogicalDb {
        /** Items without tokens. */
        @TableName(PLAIN)
        Plain plain();

        /** Items with tokens. */
        @TableName(TRACED)
        Traced traced();
    }

    /** The table without tokens. */
    public interface Plain extends LogicalTable<SoakItem> {
        /** With numbers as versions. */
        InlineView<NumberItem.Key, NumberItem> numbers();

        /** With texts as versions. */
        InlineView<TextItem.Key, TextItem> texts();

        /** With versions that their writers look after. */
        InlineView<HandItem.Key, HandItem> byHand();
    }

    /** The table with tokens. */
    @WriteToken("write_token")
    public interface Traced extends LogicalTable<SoakItem> {
        /** Without versions. */
        InlineView<PlainItem.Key, PlainItem> plain();

        /** Without versions, with the token. */
        InlineView<PlainMapped.Key, PlainMapped> plainMapped();

        /** With numbers as versions. */
        InlineView<NumberItem.Key, NumberItem> numbers();

        /** With numbers as versions, and with the token. */
        InlineView<NumberMapped.Key, NumberMapped> numbersMapped();

        /** With texts as versions. */
        InlineView<TextItem.Key, TextItem> texts();

        /** With texts as versions, and with the token. */
        InlineView<TextMapped.Key, TextMapped> textsMapped();
    }

    /** The database without blocking. */
    public interface AsyncDb extends AsyncLogicalDb {
        /** Items without tokens. */
        @TableName(PLAIN)
        AsyncPlain plain();

        /** Items with tokens. */
        @TableName(TRACED)
        AsyncTraced traced();
    }

    /** The table without tokens. */
    public interface AsyncPlain extends AsyncLogicalTable<SoakItem> {
        /** With numbers as versions. */
        AsyncInlineView<NumberItem.Key, NumberItem> numbers();

        /** With texts as versions. */
        AsyncInlineView<TextItem.Key, TextItem> texts();

        /** With versions that their writers look after. */
        AsyncInlineView<HandItem.Key, HandItem> byHand();
    }

    /** The table with tokens. */
    @WriteToken("write_token")
    public interface AsyncTraced extends AsyncLogicalTable<SoakItem> {
        /** Without versions. */
        AsyncInlineView<PlainItem.Key, PlainItem> plain();

        /** Without versions, with the token. */
        AsyncInlineView<PlainMapped.Key, PlainMapped> plainMapped();

        /** With numbers as versions. */
        AsyncInlineView<NumberItem.Key, NumberItem> numbers();

        /** With numbers as versions, and with the token. */
        AsyncInlineView<NumberMapped.Key, NumberMapped> numbersMapped();

        /** With texts as versions. */
        AsyncInlineView<TextItem.Key, TextItem> texts();

        /** With texts as versions, and with the token. */
        AsyncInlineView<TextMapped.Key, TextMapped> textsMapped();
    }

    /** The table without tokens, through SDK 1.x. */
    public interface DbV1 extends dev.tempest.sdk1.LogicalDb {
        /** Items without tokens. */
        PlainV1 plain();
    }

    /** The table without tokens, through SDK 1.x. */
    public interface PlainV1 extends dev.tempest.sdk1.LogicalTable<SoakItemV1> {
        /** With numbers as versions. */
        dev.tempest.sdk1.InlineView<NumberItem.Key, NumberItem> numbers();

        /** With texts as versions. */
        dev.tempest.sdk1.InlineView<TextItem.Key, TextItem> texts();

        /** With versions that their writers look after. */
        dev.tempest.sdk1.InlineView<HandItem.Key, HandItem> byHand();
    }
}
