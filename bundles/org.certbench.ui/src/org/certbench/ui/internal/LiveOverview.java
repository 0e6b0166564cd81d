package org.certbench.ui.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.certbench.core.Cancelled;
import org.certbench.core.Texts;
import org.certbench.guide.FactSource;
import org.certbench.guide.Guide;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;
import org.certbench.ui.JobProgress;
import org.certbench.ui.Overview;
import org.certbench.ui.Snapshot;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts a new snapshot together whenever the inventory tells of a change, and once an hour, because
 * days pass too. Changes that come in a row make one snapshot.
 */
@Component
public final class LiveOverview implements Overview {

	private static final Texts TEXTS = Texts.of(Overview.class);
	/** Long enough for the several changes that one step of a flow makes, too short to be noticed. */
	private static final Duration GATHERING = Duration.ofMillis(150);
	private static final Duration UNTIL_TIME_MATTERS = Duration.ofHours(1);

	private final Inventory inventory;
	private final Journal journal;
	private final Guide guide;
	private final InstantSource clock;
	private final List<Consumer<Snapshot>> watchers = new CopyOnWriteArrayList<>();
	private final Job update;
	/** A Job of its own: one that sleeps for an hour would not be scheduled sooner. */
	private final Job hourly;
	private final Job scan;
	private final Inventory.Watch inventoryWatch;
	private final FactSource.Watch guideWatch;
	private volatile Snapshot snapshot;

	@Activate
	public LiveOverview(@Reference Inventory inventory, @Reference Journal journal, @Reference Guide guide,
			@Reference InstantSource clock) {
		this.inventory = inventory;
		this.journal = journal;
		this.guide = guide;
		this.clock = clock;
		this.snapshot = new Snapshot(clock.instant(), List.of(), List.of(), List.of());
		this.update = Job.createSystem(TEXTS.get("overview.update"), this::update);
		this.hourly = Job.createSystem(TEXTS.get("overview.update"), monitor -> {
			update.schedule();
			return Status.OK_STATUS;
		});
		this.scan = Job.create(TEXTS.get("overview.refresh"), this::scan);
		this.inventoryWatch = inventory.watch(() -> update.schedule(GATHERING.toMillis()));
		this.guideWatch = guide.watch(() -> update.schedule(GATHERING.toMillis()));
		update.schedule();
	}

	@Deactivate
	void close() {
		inventoryWatch.close();
		guideWatch.close();
		update.cancel();
		hourly.cancel();
		scan.cancel();
	}

	@Override
	public Snapshot snapshot() {
		return snapshot;
	}

	@Override
	public void refresh() {
		scan.schedule();
	}

	@Override
	public Watch watch(Consumer<Snapshot> changed) {
		watchers.add(changed);
		return () -> watchers.remove(changed);
	}

	private IStatus scan(IProgressMonitor monitor) {
		try {
			inventory.scan(new JobProgress(monitor, what -> {
			}));
			update.schedule();
			return Status.OK_STATUS;
		} catch (Cancelled e) {
			return Status.CANCEL_STATUS;
		}
	}

	private IStatus update(IProgressMonitor monitor) {
		var certificates = inventory.certificates();
		snapshot = new Snapshot(clock.instant(), certificates, guide.findings(certificates), journal.requests());
		watchers.forEach(watcher -> watcher.accept(snapshot));
		hourly.schedule(UNTIL_TIME_MATTERS.toMillis());
		return Status.OK_STATUS;
	}
}
