package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.certbench.core.Contributions.Contribution;
import org.certbench.testing.TestRegistry;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** W07: what bundles contribute, read from a real registry of its own. */
class ContributionsTest {

	private static final String POINT = "org.example.host.greetings";

	private final Contributions<CharSequence> contributions = Contributions.read(registry(), POINT, CharSequence.class);

	@Test
	@DisplayName("in their order, those without one last")
	void order() {
		assertEquals(List.of("early", "late", "broken", "unordered"),
				contributions.all().stream().map(Contribution::id).toList());
		assertEquals("The early one", contributions.get("early").name());
	}

	@Test
	void anInstanceIsMadeOnce() {
		var contribution = contributions.get("early");

		assertSame(contribution.instance(), contribution.instance());
		assertNotSame(contribution.instance(), contribution.newInstance());
	}

	@Test
	void attributesOfOtherKinds() {
		assertEquals("blue", contributions.get("late").attribute("colour"));
		assertEquals("", contributions.get("early").attribute("colour"));
	}

	@Test
	@DisplayName("a contributor that cannot do what it says is named, and disturbs no other one")
	void brokenContributor() {
		var broken = contributions.get("broken");

		var failure = assertThrows(IllegalStateException.class, broken::instance);

		assertTrue(failure.getMessage().contains("org.example.guest") && failure.getMessage().contains("java.lang.Object"));
		assertEquals("", contributions.get("late").instance().toString());
	}

	@Test
	void nothingOfThatId() {
		assertThrows(IllegalArgumentException.class, () -> contributions.get("unheard of"));
	}

	@Test
	void nobodyContributes() {
		assertEquals(List.of(), Contributions.read(registry(), "org.example.host.nothing", Object.class).all());
	}

	private static IExtensionRegistry registry() {
		return new TestRegistry(ContributionsTest.class.getClassLoader())
				.with("org.example.host", "<extension-point id='greetings' name='Greetings'/>")
				.with("org.example.guest", """
						<extension point='org.example.host.greetings'>
							<greeting id='late' name='The late one' order='90' colour='blue' class='java.lang.String'/>
							<greeting id='unordered' name='The one without an order' class='java.lang.String'/>
							<greeting id='broken' name='The one of another type' order='95' class='java.lang.Object'/>
							<greeting id='early' name='The early one' order='10' class='java.lang.StringBuilder'/>
						</extension>""")
				.registry();
	}
}
