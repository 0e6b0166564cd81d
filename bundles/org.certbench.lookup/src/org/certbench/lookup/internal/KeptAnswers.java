package org.certbench.lookup.internal;

import org.certbench.core.DataFolder;
import org.certbench.guide.FactSource;
import org.certbench.lookup.Answers;
import org.certbench.lookup.LookUp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings what the authorities answered to the rules of the guide. */
@Component
public final class KeptAnswers implements FactSource {

	private final DataFolder data;

	@Activate
	public KeptAnswers(@Reference DataFolder data) {
		this.data = data;
	}

	@Override
	public Answers facts() {
		return LookUp.answers(data);
	}
}
