package dev.tempest.tests.conditions;

import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.handlers.RequestHandler2;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;

/** Lets scans return keys: no item type has properties for attributes that are of one type here and of another there. */
final class Sdk1KeysOnly extends RequestHandler2 {
    @Override
    public AmazonWebServiceRequest beforeMarshalling(AmazonWebServiceRequest request) {
        return request instanceof ScanRequest scan ? scan.withProjectionExpression("pk") : request;
    }
}
