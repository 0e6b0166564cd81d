package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.certbench.core.Contributions;
import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.guide.Facts;
import org.certbench.guide.Guide;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The guide as a service with its extensions: needs a framework. */
class InstalledGuideTest {

	@BeforeEach
	void needsAFramework() {
		assumeTrue(FrameworkUtil.getBundle(ContributedGuide.class) != null, "there is no framework on a plain class path");
	}

	@Test
	@DisplayName("every contributed rule can be made, and looks at facts")
	void everyRuleCanBeMade() throws Exception {
		var rules = Contributions.read(service(IExtensionRegistry.class), ContributedGuide.RULES, Rule.class).all();
		assertTrue(rules.size() >= 12, "found " + rules.size());
		var nothing = new Facts(Instant.now(), List.of(), List.of());
		rules.forEach(rule -> assertEquals(0, rule.instance().apply(nothing).count(), rule.id()));
	}

	@Test
	void theServiceAppliesTheContributedRulesAndKnowsTheContributedPages() throws Exception {
		var guide = service(Guide.class);
		var now = Instant.now();
		var due = new CertificateLife(Path.of("due.p12").toAbsolutePath(), Environment.SIMULATOR, null, "", null,
				LifeCycleState.RENEWAL_DUE, new Validity(now.minusSeconds(9), now.plusSeconds(9), Knowledge.VERIFIED), null, null,
				null, null, "It is unreadable.", null);
		var problems = guide.findings(List.of(due)).stream().map(finding -> finding.problem()).toList();
		assertEquals(List.of("renewal-due", "keystore-unreadable"), problems);
		assertTrue(problems.stream().allMatch(problem -> guide.page(problem).isPresent()));
	}

	private static <T> T service(Class<T> type) throws InterruptedException {
		var tracker = new ServiceTracker<T, T>(FrameworkUtil.getBundle(ContributedGuide.class).getBundleContext(), type, null);
		tracker.open();
		try {
			return tracker.waitForService(20_000);
		} finally {
			tracker.close();
		}
	}
}
