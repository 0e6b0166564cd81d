package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;

/** Revoked certificates; an error where their holder has no other one. */
public final class Revoked implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		var others = new Others(facts);
		return facts.certificates().stream().filter(life -> life.state() == LifeCycleState.REVOKED).map(life -> {
			var observation = Observation.at(life, "revoked");
			var seen = Words.text("revoked", Words.holder(life));
			return others.replace(life) ? observation.information(seen) : observation.error(seen);
		});
	}
}
