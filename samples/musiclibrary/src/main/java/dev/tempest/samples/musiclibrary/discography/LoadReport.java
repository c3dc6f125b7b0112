package dev.tempest.samples.musiclibrary.discography;

/**
 * What a load did.
 *
 * @param albumsCreated the albums that it wrote
 * @param albumsFound the albums that were there already
 * @param tracksCreated the tracks that it wrote
 * @param tracksFound the tracks that were there already
 */
public record LoadReport(int albumsCreated, int albumsFound, int tracksCreated, int tracksFound) {}
