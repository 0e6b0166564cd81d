package org.certbench.deployment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.certbench.core.Holder;
import org.certbench.core.Progress;
import org.certbench.core.Setting;
import org.certbench.deployment.Delivery;
import org.certbench.deployment.DeploymentTarget;
import org.certbench.deployment.DeploymentTargets;
import org.certbench.deployment.DeploymentTargets.Description;
import org.certbench.deployment.DeploymentTargets.Remembered;
import org.certbench.testing.TestRegistry;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The deployment targets of an installation")
class ContributedTargetsTest {

	private static final Holder HOLDER = Holder.parse("NIHII-AMBU_SERVICE=79699950,APP1");

	@TempDir
	private Path folder;
	private final TestRegistry registry = new TestRegistry(getClass().getClassLoader()).with("org.certbench.deployment",
			"<extension-point id='targets' name='Deployment targets'/>");

	/** Where a vendor's software wants its keystore. */
	public static final class VendorTarget implements DeploymentTarget {

		@Override
		public List<Setting> settings() {
			return List.of();
		}

		@Override
		public Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) {
			return new Delivery(List.of());
		}
	}

	private DeploymentTargets targets() {
		return new ContributedTargets(registry.registry(), () -> folder);
	}

	@Test
	@DisplayName("W07: a vendor's target is offered in its order, and made when it is used")
	void vendor() {
		assertEquals(List.of(), targets().installed());
		registry.with("org.example.vendor", """
				<extension point='org.certbench.deployment.targets'>
					<target id='later' name='Later' description='Comes later' order='20' class='org.example.Missing'/>
					<target id='vendor' name='Ward' description='Into the ward software' order='10' class='%s'/>
				</extension>""".formatted(VendorTarget.class.getName()));

		assertEquals(new Description("vendor", "Ward", "Into the ward software"), targets().installed().getFirst());
		assertInstanceOf(VendorTarget.class, targets().target("vendor"));
		assertThrows(IllegalArgumentException.class, () -> targets().target("unknown"));
	}

	@Test
	@DisplayName("what a target was told is remembered for each holder, and for each target")
	void remembered() throws Exception {
		assertEquals(Remembered.NOTHING, targets().remembered(HOLDER));

		targets().remember(HOLDER, "folder", Map.of("folder", "/srv/software"));
		targets().remember(HOLDER, "vendor", Map.of("ward", "3"));

		assertEquals(new Remembered("vendor", Map.of("folder", Map.of("folder", "/srv/software"), "vendor", Map.of("ward", "3"))),
				targets().remembered(HOLDER));
		assertEquals(Remembered.NOTHING, targets().remembered(Holder.of(HOLDER.identifier())));
	}

	@Test
	@DisplayName("a file that cannot be understood is begun anew")
	void notUnderstood() throws Exception {
		targets().remember(HOLDER, "folder", Map.of());
		try (var files = Files.list(folder.resolve("deployment"))) {
			for (var file : files.toList()) {
				Files.writeString(file, "{\"target\": [");
			}
		}

		assertEquals(Remembered.NOTHING, targets().remembered(HOLDER));
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void french() {
		Translations.check(DeploymentTarget.class);
	}
}
