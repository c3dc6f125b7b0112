package dev.tempest.sdk2.internal.sync;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ProjectedView;
import dev.tempest.sdk2.internal.table.ReadModel;
import dev.tempest.sdk2.internal.table.ViewModel;

/** An inline view, by a client that blocks. */
final class SyncInline<K, I> extends SyncItems<K, I> implements InlineView<K, I>, SyncReads<K, I> {
    private final SyncRequests requests;
    private final ReadModel<K, I> model;

    SyncInline(SyncRequests requests, ViewModel<K, I> view) {
        super(requests, view.items());
        this.requests = requests;
        this.model = view.reads();
    }

    @Override
    public SyncRequests requests() {
        return requests;
    }

    @Override
    public ReadModel<K, I> model() {
        return model;
    }

    @Override
    public <P> ProjectedView<K, P> projecting(Class<P> type) {
        return new SyncProjected<>(requests, model.projections().of(type));
    }

    @Override
    public String toString() {
        return model.describe("InlineView");
    }
}
