package dev.tempest.local.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.local.internal.json.ServiceException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecimalNumberTest {
    @Provide
    Arbitrary<BigDecimal> numbers() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE).negate(),
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE));
        return Combinators.combine(digits, Arbitraries.integers().between(-87, 92))
                .as((unscaled, scale) -> new BigDecimal(unscaled, scale));
    }

    @Property
    void aNumberIsReadFromAnyFormAndWrittenPlain(@ForAll("numbers") BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();

        assertThat(DecimalNumber.parse(number.toString()).text()).isEqualTo(plain);
        assertThat(DecimalNumber.parse(number.toPlainString()).text()).isEqualTo(plain);
        assertThat(DecimalNumber.parse("000" + number.abs().toPlainString()).text())
                .isEqualTo(plain.replace("-", ""));
        assertThat(DecimalNumber.parse(plain)).isEqualTo(DecimalNumber.parse(number.toString()));
    }

    @Property
    void numbersAreOrderedByTheirValues(@ForAll("numbers") BigDecimal a, @ForAll("numbers") BigDecimal b) {
        assertThat(Integer.signum(DecimalNumber.parse(a.toString()).compareTo(DecimalNumber.parse(b.toString()))))
                .isEqualTo(Integer.signum(a.compareTo(b)));
    }

    @Property
    void aSumIsExactOrItIsAnError(@ForAll("numbers") BigDecimal a, @ForAll("numbers") BigDecimal b) {
        BigDecimal sum = a.add(b);
        BigDecimal stripped = sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale() - 1;
        DecimalNumber left = DecimalNumber.parse(a.toString());
        DecimalNumber right = DecimalNumber.parse(b.toString());

        if (stripped.precision() > MathContext.DECIMAL128.getPrecision() + 4 || magnitude > 125) {
            assertThatThrownBy(() -> left.plus(right)).isInstanceOf(ServiceException.class);
        } else {
            assertThat(left.plus(right).value()).isEqualByComparingTo(sum);
            assertThat(left.plus(right).minus(right)).isEqualTo(left);
        }
    }

    @Example
    void numbersBeyondTheRangeAreErrorsHoweverLargeTheirExponents() {
        assertThatThrownBy(() -> DecimalNumber.parse("1E+126")).hasMessageStartingWith("Number overflow.");
        assertThatThrownBy(() -> DecimalNumber.parse("1E+2000000000")).hasMessageStartingWith("Number overflow.");
        assertThatThrownBy(() -> DecimalNumber.parse("-1E+99999999999999999999"))
                .hasMessageStartingWith("Number overflow.");
        assertThatThrownBy(() -> DecimalNumber.parse("1E-131")).hasMessageStartingWith("Number underflow.");
        assertThatThrownBy(() -> DecimalNumber.parse("1E-2000000000")).hasMessageStartingWith("Number underflow.");
        assertThatThrownBy(() -> DecimalNumber.parse("1".repeat(39)))
                .hasMessageContaining("more than 38 significant digits");
        assertThat(DecimalNumber.parse("0E+2000000000").text()).isEqualTo("0");
        assertThat(DecimalNumber.parse("-0").text()).isEqualTo("0");
    }

    @Example
    void whatIsNoNumberIsAnError() {
        for (String text : new String[] {"abc", " 1", "1 ", "1e", "e5", ".", "-", "--1", "1_0", "0x1", "NaN", "١"}) {
            assertThatThrownBy(() -> DecimalNumber.parse(text))
                    .as(text)
                    .hasMessage("The parameter cannot be converted to a numeric value: " + text);
        }
        assertThatThrownBy(() -> DecimalNumber.parse(""))
                .hasMessage("The parameter cannot be converted to a numeric value");
    }

    @Example
    void digitsAreStoredInPairsOnEitherSideOfThePoint() {
        assertThat(DecimalNumber.parse("0").size()).isEqualTo(1);
        assertThat(DecimalNumber.parse("1").size()).isEqualTo(2);
        assertThat(DecimalNumber.parse("123456").size()).isEqualTo(4);
        assertThat(DecimalNumber.parse("3.14159").size()).isEqualTo(5);
        assertThat(DecimalNumber.parse("-1").size()).isEqualTo(3);
        assertThat(DecimalNumber.parse("1E125").size()).isEqualTo(2);
        assertThat(DecimalNumber.parse("1E-130").size()).isEqualTo(2);
        assertThat(DecimalNumber.parse("1".repeat(38)).size()).isEqualTo(20);
    }
}
