package org.certbench.deployment.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.core.Texts;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.Delivery.Fact;
import org.certbench.deployment.DeploymentTarget;

/** A person gave the keystore to its software, or does not want to be asked again (M25): nothing is copied, it is only noted. */
public final class ByHandTarget implements DeploymentTarget {

	private static final Texts TEXTS = Texts.of(ByHandTarget.class);

	@Override
	public List<Setting> settings() {
		return List.of();
	}

	/** Of the next keystore nobody knows yet that a person will give it away. */
	@Override
	public boolean isRepeatable() {
		return false;
	}

	@Override
	public Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) {
		return new Delivery(List.of(new Fact(TEXTS.get("byHand.by"), TEXTS.get("byHand.person"))));
	}
}
