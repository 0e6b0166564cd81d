package org.certbench.cli.internal.flow;

import java.lang.reflect.Proxy;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.certbench.core.Environment;
import org.certbench.core.Identifier;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;

/** Card providers with readers in which there are cards, or none. */
final class TestCards implements CardProviders {

	/** A card, known by its reader. */
	record TestCard(String readerName) implements Card {

		@Override
		public CardIdentity identity() {
			return new CardIdentity("Doe", List.of("Jane"), Identifier.ssin("85999900178"), "1", LocalDate.EPOCH, LocalDate.MAX);
		}

		@Override
		public List<X509Certificate> chain(CardKey key) {
			return List.of();
		}

		@Override
		public OptionalInt triesLeft() {
			return OptionalInt.of(3);
		}

		/** Signs nothing, but asks for the PIN, and wants 1234. */
		@Override
		public Signer signer(CardKey key, String meaning, PinEntry pin) {
			return (Signer) Proxy.newProxyInstance(Signer.class.getClassLoader(), new Class<?>[] { Signer.class },
					(proxy, method, arguments) -> {
						try (var given = pin.ask(new PinRequest(this, key, meaning, triesLeft()))) {
							if (!String.valueOf(given.characters()).equals("1234")) {
								throw new CardException.PinWrong(2);
							}
							return new byte[0];
						}
					});
		}
	}

	/** A reader. */
	record Reader(String name, Optional<Card> card) implements CardReader {

		static Reader with(String name) {
			return new Reader(name, Optional.of(new TestCard(name)));
		}

		static Reader empty(String name) {
			return new Reader(name, Optional.empty());
		}
	}

	private final List<Reader> virtual;
	private final List<Reader> real;

	/** @param virtual in the simulator only */
	TestCards(List<Reader> virtual, List<Reader> real) {
		this.virtual = virtual;
		this.real = real;
	}

	static TestCards one() {
		return new TestCards(List.of(Reader.with("Virtual")), List.of());
	}

	@Override
	public List<Description> installed() {
		return List.of(new Description("pcsc", "Readers"), new Description("virtual", "Virtual"));
	}

	@Override
	public CardProvider provider(String id) {
		boolean isVirtual = id.equals("virtual");
		return new CardProvider() {
			@Override
			public Set<Environment> environments() {
				return isVirtual ? Set.of(Environment.SIMULATOR) : Set.of(Environment.values());
			}

			@Override
			public List<CardReader> readers() throws CardException {
				var readers = isVirtual ? virtual : real;
				if (readers.isEmpty()) {
					throw new CardException.NoReader(null);
				}
				return List.copyOf(readers);
			}

			@Override
			public Watch watch(Runnable changed) {
				throw new UnsupportedOperationException();
			}
		};
	}
}
