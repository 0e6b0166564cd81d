package org.certbench.eid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;

import org.certbench.core.Environment;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardProviders.Description;
import org.certbench.eid.CardReader;
import org.certbench.testing.TestRegistry;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** W03, W07: card providers are known by what bundles contribute, and not otherwise. */
class ContributedCardProvidersTest {

	private final TestRegistry registry = new TestRegistry(getClass().getClassLoader()).with("org.certbench.eid",
			"<extension-point id='providers' name='Card providers'/>");

	@Test
	void withoutAnyProvider() {
		assertEquals(List.of(), new ContributedCardProviders(registry.registry()).installed());
	}

	@Test
	@DisplayName("providers come in their order, and each is made once")
	void installed() {
		registry.with("org.example.cards", """
				<extension point='org.certbench.eid.providers'>
					<provider id='second' name='Second' order='20' class='%1$s'/>
					<provider id='first' name='First' order='10' class='%1$s'/>
				</extension>""".formatted(NoCards.class.getName()));
		CardProviders providers = new ContributedCardProviders(registry.registry());

		assertEquals(List.of(new Description("first", "First"), new Description("second", "Second")), providers.installed());
		assertInstanceOf(NoCards.class, providers.provider("second"));
		assertSame(providers.provider("first"), providers.provider("first"));
		assertThrows(IllegalArgumentException.class, () -> providers.provider("third"));
	}

	@Test
	void everyTextIsThereInEveryLanguage() {
		Translations.check(CardException.class);
	}

	/** A provider of no cards at all. */
	public static final class NoCards implements CardProvider {

		@Override
		public Set<Environment> environments() {
			return Set.of(Environment.SIMULATOR);
		}

		@Override
		public List<CardReader> readers() {
			return List.of();
		}

		@Override
		public Watch watch(Runnable changed) {
			return () -> {
			};
		}
	}
}
