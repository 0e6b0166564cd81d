package org.certbench.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.certbench.authority.Authorities;
import org.certbench.core.Environment;
import org.certbench.ui.CurrentEnvironment;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers the chosen environment in the preferences of this installation's user. */
@Component
public final class ChosenEnvironment implements CurrentEnvironment {

	private static final System.Logger LOG = System.getLogger(ChosenEnvironment.class.getName());
	private static final String NODE = "org.certbench.ui";
	private static final String KEY = "environment";

	private final Authorities authorities;
	private final IEclipsePreferences preferences;
	private final List<Consumer<Environment>> watchers = new CopyOnWriteArrayList<>();

	@Activate
	public ChosenEnvironment(@Reference Authorities authorities) {
		this(authorities, InstanceScope.INSTANCE.getNode(NODE));
	}

	ChosenEnvironment(Authorities authorities, IEclipsePreferences preferences) {
		this.authorities = authorities;
		this.preferences = preferences;
	}

	@Override
	public Environment get() {
		try {
			return Environment.of(preferences.get(KEY, Environment.SIMULATOR.id()));
		} catch (IllegalArgumentException unknownWord) {
			return Environment.SIMULATOR;
		}
	}

	@Override
	public List<Environment> offered() {
		return authorities.installed().stream()
				.flatMap(authority -> authorities.authority(authority.id()).environments().stream()).distinct()
				.sorted(Comparator.naturalOrder()).toList();
	}

	@Override
	public void choose(Environment environment) {
		if (environment == get()) {
			return;
		}
		preferences.put(KEY, environment.id());
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			LOG.log(System.Logger.Level.WARNING, "the chosen environment is kept until the end of this run only", e);
		}
		watchers.forEach(watcher -> watcher.accept(environment));
	}

	@Override
	public Watch watch(Consumer<Environment> changed) {
		watchers.add(changed);
		return () -> watchers.remove(changed);
	}
}
