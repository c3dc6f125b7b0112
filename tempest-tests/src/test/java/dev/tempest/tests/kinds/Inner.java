package dev.tempest.tests.kinds;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** A bean within an item. */
@DynamoDbBean
public class Inner {
    private String text;
    private Long number;
    private List<String> names;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Long getNumber() {
        return number;
    }

    public void setNumber(Long number) {
        this.number = number;
    }

    public List<String> getNames() {
        return names;
    }

    public void setNames(List<String> names) {
        this.names = names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Inner inner
                && Objects.equals(text, inner.text)
                && Objects.equals(number, inner.number)
                && Objects.equals(names, inner.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, number, names);
    }

    @Override
    public String toString() {
        return "Inner[" + text + ", " + number + ", " + names + "]";
    }
}
