/**
 * What the shortener keeps, and how it lies in one DynamoDB table. Start at
 * {@link dev.tempest.samples.urlshortener.model.LinkTable}.
 */
@NullMarked
package dev.tempest.samples.urlshortener.model;

import org.jspecify.annotations.NullMarked;
