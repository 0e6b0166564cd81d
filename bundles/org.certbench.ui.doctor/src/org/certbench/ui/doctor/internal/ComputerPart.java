package org.certbench.ui.doctor.internal;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.doctor.Doctor;
import org.certbench.eid.CardProviders;
import org.certbench.ui.CardEvents;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.UiThread;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.UIEventTopic;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/**
 * What this computer has and lacks, in the environment that is worked in (M34); looks again by itself when
 * readers or cards come or go.
 */
public final class ComputerPart {

	static final String ID = "org.certbench.ui.doctor";
	private static final Texts TEXTS = Texts.of(ComputerPart.class);

	private final Doctor doctor;
	private final CurrentEnvironment environment;
	private final CardProviders cards;
	private ComputerPage page;
	private CurrentEnvironment.Watch watch;

	@Inject
	public ComputerPart(Doctor doctor, CurrentEnvironment environment, CardProviders cards) {
		this.doctor = doctor;
		this.environment = environment;
		this.cards = cards;
	}

	@PostConstruct
	void create(Composite parent) {
		page = new ComputerPage(parent, doctor, environment::get);
		watch = environment.watch(this::lookElsewhere);
		page.look();
		CardEvents.watch(cards, TEXTS.get("job"), page.control(), page::lookAgain);
	}

	@Focus
	void focus() {
		page.setFocus();
	}

	/** Another view wants it to be looked at now. */
	@Inject
	@Optional
	void look(@UIEventTopic(ComputerOpener.LOOK) Object wanted) {
		page.look();
	}

	@PreDestroy
	void end() {
		watch.close();
		page.cancel();
	}

	private void lookElsewhere(Environment chosen) {
		UiThread.in(page.control(), page::look);
	}
}
