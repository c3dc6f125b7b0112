package dev.tempest.tests.converted;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk1.LogicalDb;
import dev.tempest.tests.converted.Catalog.Isbn;
import dev.tempest.tests.converted.Catalog.Loan;
import dev.tempest.tests.converted.Catalog.Published;
import dev.tempest.tests.sdk1.Sdk1Db;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One converted item type serves both SDKs, with a raw item type that has what is stored. */
class ConvertedInBeansTest {
    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table("loans", Catalog.LoanRow.class);

    private final Loan loan =
            new Loan(new Isbn("3", "257"), Instant.ofEpochMilli(1234), new BigDecimal("0.50"), new Published(2026, 12));
    private final Loan.Key key = new Loan.Key(loan.isbn(), loan.since());
    private Catalog.Loans1 sdk1;
    private Catalog.Loans sdk2;

    @BeforeEach
    void connect() {
        sdk1 = LogicalDb.create(Catalog.LoansDb1.class, db.mapper()).loans();
        sdk2 = db.sdk2().logicalDb(Catalog.LoansDb.class).loans();
    }

    @Test
    void eachReadsWhatTheOtherWrote() {
        sdk1.loans().save(loan);
        assertThat(sdk2.loans().load(key)).isEqualTo(loan);

        sdk2.loans()
                .patch(
                        key,
                        attr(Loan::fee)
                                .set(new BigDecimal("0.75"))
                                .onlyIf(attr(Loan::fee).eq(loan.fee())));
        assertThat(sdk1.loans().load(key).fee()).isEqualTo("0.75");
    }

    @Test
    void theRawItemHasWhatIsStored() {
        Catalog.LoanRow row = sdk2.codec(Loan.class).toDb(loan);

        assertThat(row.getPk()).isEqualTo("3/257");
        assertThat(row.getSk()).isEqualTo(1234);
        assertThat(row.getFee()).isEqualTo(50);
        assertThat(row.getDue()).isEqualTo("2026-12");
        assertThat(sdk2.codec(Loan.class).toApp(row)).isEqualTo(loan);
    }
}
