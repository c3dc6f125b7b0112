package dev.tempest.tests.kinds;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/** Attributes that are stored beside those of the item that holds them. */
@DynamoDbBean
public class Part {
    private String flatText;
    private Integer flatNumber;

    public String getFlatText() {
        return flatText;
    }

    public void setFlatText(String flatText) {
        this.flatText = flatText;
    }

    public Integer getFlatNumber() {
        return flatNumber;
    }

    public void setFlatNumber(Integer flatNumber) {
        this.flatNumber = flatNumber;
    }
}
