package dev.tempest.benchmarks;

import dev.tempest.benchmarks.models.AlbumBean;
import dev.tempest.benchmarks.models.AlbumByHand;
import dev.tempest.benchmarks.models.AlbumClass;
import dev.tempest.benchmarks.models.AlbumRecord;
import dev.tempest.benchmarks.models.ReleaseBean;
import dev.tempest.benchmarks.models.ReleaseByHand;
import dev.tempest.benchmarks.models.ReleaseClass;
import dev.tempest.benchmarks.models.ReleaseRecord;
import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackByHand;
import dev.tempest.benchmarks.models.TrackClass;
import dev.tempest.benchmarks.models.TrackRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items to attribute maps and back, without any request. */
final class Mappings {
    private Mappings() {}

    static List<Work> all() {
        List<Work> works = new ArrayList<>();
        add(
                works,
                "record of 4",
                new Item<>(
                        TrackRecord.sample("1001"),
                        TrackBean.sample("1001"),
                        TrackByHand::encode,
                        TrackByHand::encodeFast,
                        TrackByHand::decodeRecord,
                        db -> db.trackRecords().tracks().save(TrackRecord.sample("1001"))));
        add(
                works,
                "class of 4",
                new Item<>(
                        TrackClass.sample("1001"),
                        TrackBean.sample("1001"),
                        TrackByHand::encode,
                        TrackByHand::encodeFast,
                        TrackByHand::decodeClass,
                        db -> db.trackClasses().tracks().save(TrackClass.sample("1001"))));
        add(
                works,
                "record of 12",
                new Item<>(
                        AlbumRecord.sample("1001"),
                        AlbumBean.sample("1001"),
                        AlbumByHand::encode,
                        AlbumByHand::encodeFast,
                        AlbumByHand::decodeRecord,
                        db -> db.albumRecords().albums().save(AlbumRecord.sample("1001"))));
        add(
                works,
                "class of 12",
                new Item<>(
                        AlbumClass.sample("1001"),
                        AlbumBean.sample("1001"),
                        AlbumByHand::encode,
                        AlbumByHand::encodeFast,
                        AlbumByHand::decodeClass,
                        db -> db.albumClasses().albums().save(AlbumClass.sample("1001"))));
        add(
                works,
                "record of 40",
                new Item<>(
                        ReleaseRecord.sample("1001"),
                        ReleaseBean.sample("1001"),
                        ReleaseByHand::encode,
                        ReleaseByHand::encodeFast,
                        ReleaseByHand::decodeRecord,
                        db -> db.releaseRecords().releases().save(ReleaseRecord.sample("1001"))));
        add(
                works,
                "class of 40",
                new Item<>(
                        ReleaseClass.sample("1001"),
                        ReleaseBean.sample("1001"),
                        ReleaseByHand::encode,
                        ReleaseByHand::encodeFast,
                        ReleaseByHand::decodeClass,
                        db -> db.releaseClasses().releases().save(ReleaseClass.sample("1001"))));
        return works;
    }

    private record Item<I, B>(
            I item,
            B bean,
            Function<I, Map<String, AttributeValue>> encode,
            Function<I, Map<String, AttributeValue>> encodeFast,
            Function<Map<String, AttributeValue>, I> decode,
            Consumer<MusicDb> write) {}

    private static <I, B> void add(List<Work> works, String kind, Item<I, B> item) {
        @SuppressWarnings("unchecked")
        TableSchema<B> enhanced = TableSchema.fromBean((Class<B>) item.bean().getClass());
        TableSchema<I> tempest = Schemas.seenBy(item.write());
        Map<String, AttributeValue> row = item.encode().apply(item.item());
        works.add(Work.of(
                "encode " + kind,
                () -> item.encode().apply(item.item()),
                () -> item.encodeFast().apply(item.item()),
                () -> enhanced.itemToMap(item.bean(), true),
                () -> tempest.itemToMap(item.item(), true)));
        works.add(Work.of(
                "decode " + kind,
                () -> item.decode().apply(row),
                () -> item.decode().apply(row),
                () -> enhanced.mapToItem(row),
                () -> tempest.mapToItem(row)));
    }
}
