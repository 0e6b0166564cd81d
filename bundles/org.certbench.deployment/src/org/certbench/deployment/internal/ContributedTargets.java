package org.certbench.deployment.internal;

import java.util.List;
import java.util.Map;

import org.certbench.core.Contributions;
import org.certbench.core.DataFolder;
import org.certbench.core.Holder;
import org.certbench.deployment.DeploymentTarget;
import org.certbench.deployment.DeploymentTargets;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The deployment targets that bundles contribute. */
@Component
public final class ContributedTargets implements DeploymentTargets {

	static final String EXTENSION_POINT = "org.certbench.deployment.targets";

	private final Contributions<DeploymentTarget> contributions;
	private final SettingsMemory memory;

	@Activate
	public ContributedTargets(@Reference IExtensionRegistry registry, @Reference DataFolder data) {
		contributions = Contributions.read(registry, EXTENSION_POINT, DeploymentTarget.class);
		memory = new SettingsMemory(data.path().resolve("deployment"));
	}

	@Override
	public List<Description> installed() {
		return contributions.all().stream()
				.map(target -> new Description(target.id(), target.name(), target.attribute("description"))).toList();
	}

	@Override
	public DeploymentTarget target(String id) {
		return contributions.get(id).instance();
	}

	@Override
	public Remembered remembered(Holder holder) {
		return memory.read(holder);
	}

	@Override
	public void remember(Holder holder, String target, Map<String, String> settings) {
		memory.write(holder, target, settings);
	}
}
