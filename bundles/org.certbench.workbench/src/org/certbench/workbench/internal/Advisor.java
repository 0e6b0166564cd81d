package org.certbench.workbench.internal;

import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Services;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** How the workbench behaves: it comes back as it was left, and closes no work under way. */
final class Advisor extends WorkbenchAdvisor {

	private final Optional<Environment> wanted;

	/** @param wanted the environment chosen at the start, if one was */
	Advisor(Optional<Environment> wanted) {
		this.wanted = wanted;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
		configurer.setExitOnLastWindowClose(true);
	}

	@Override
	public void preStartup() {
		wanted.ifPresent(environment -> Services.find(CurrentEnvironment.class)
				.ifPresent(current -> current.choose(environment)));
	}

	@Override
	public void postStartup() {
		new Demonstration().start();
	}

	@Override
	public boolean preShutdown() {
		return WorkUnderWay.mayStop(getWorkbenchConfigurer().getWorkbench().getActiveWorkbenchWindow());
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return CertificatesPerspective.ID;
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new WindowAdvisor(configurer);
	}
}
