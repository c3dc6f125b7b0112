package dev.tempest.docs.model

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class AlbumTrackKeysConverter : AttributeConverter<List<AlbumTrack.Key>> {
    override fun transformFrom(input: List<AlbumTrack.Key>): AttributeValue =
        AttributeValue.fromL(input.map { AttributeValue.fromS("${it.album_token}/${it.track_token}") })

    override fun transformTo(input: AttributeValue): List<AlbumTrack.Key> =
        input.l().map { it.s().split("/", limit = 2) }.map { (album, track) -> AlbumTrack.Key(album, track) }

    override fun type(): EnhancedType<List<AlbumTrack.Key>> = EnhancedType.listOf(AlbumTrack.Key::class.java)

    override fun attributeValueType(): AttributeValueType = AttributeValueType.L
}
