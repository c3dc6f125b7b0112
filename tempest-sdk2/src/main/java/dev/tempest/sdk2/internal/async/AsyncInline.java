package dev.tempest.sdk2.internal.async;

import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncProjectedView;
import dev.tempest.sdk2.internal.table.ReadModel;
import dev.tempest.sdk2.internal.table.ViewModel;

/** An inline view, without blocking. */
final class AsyncInline<K, I> extends AsyncItems<K, I> implements AsyncInlineView<K, I>, AsyncReads<K, I> {
    private final AsyncRequests.Source requests;
    private final ReadModel<K, I> model;

    AsyncInline(AsyncRequests.Source requests, ViewModel<K, I> view) {
        super(requests, view.items());
        this.requests = requests;
        this.model = view.reads();
    }

    @Override
    public AsyncRequests.Source requests() {
        return requests;
    }

    @Override
    public ReadModel<K, I> model() {
        return model;
    }

    @Override
    public <P> AsyncProjectedView<K, P> projecting(Class<P> type) {
        return new AsyncProjected<>(requests, model.projections().of(type));
    }

    @Override
    public String toString() {
        return model.describe("AsyncInlineView");
    }
}
