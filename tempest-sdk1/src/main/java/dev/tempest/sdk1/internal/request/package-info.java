/** What a request is sent with, what its failure means, and conditions as DynamoDB takes them. */
@NullMarked
package dev.tempest.sdk1.internal.request;

import org.jspecify.annotations.NullMarked;
