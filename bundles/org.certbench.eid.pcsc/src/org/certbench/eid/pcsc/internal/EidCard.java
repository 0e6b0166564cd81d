package org.certbench.eid.pcsc.internal;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import javax.smartcardio.CardTerminal;

import org.certbench.core.Finding;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;
import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.PinEntry;

/** A Belgian eID for one stay in its reader. What was read from it is kept. Thread-safe. */
final class EidCard implements Card {

	private final CardTerminal terminal;
	private final CardLine line;
	private final CardData data;
	private final CardIdentity identity;
	private final CardTrust trust;
	private final InstantSource clock;
	private final Map<CardFile, byte[]> files = new EnumMap<>(CardFile.class);
	private volatile javax.smartcardio.Card connection;
	/** As the card told it last; none as long as it did not. */
	private volatile OptionalInt triesLeft;
	private volatile boolean sessionOpen;

	private EidCard(CardTerminal terminal, javax.smartcardio.Card connection, CardLine line, CardData data,
			byte[] identity, CardTrust trust, InstantSource clock) {
		this.terminal = terminal;
		this.connection = connection;
		this.line = line;
		this.data = data;
		this.identity = IdentityFile.parse(identity);
		this.trust = trust;
		this.clock = clock;
		this.triesLeft = data.triesLeft();
		files.put(CardFile.IDENTITY, identity);
	}

	/** Reads whose card it is; in the line's turn. */
	static EidCard read(CardTerminal terminal, javax.smartcardio.Card connection, CardLine line,
			CardTrust trust, InstantSource clock)
			throws javax.smartcardio.CardException, StatusException, CardException {
		var commands = new EidCommands(connection.getBasicChannel());
		try {
			return new EidCard(terminal, connection, line, commands.cardData(), commands.read(CardFile.IDENTITY), trust,
					clock);
		} catch (IllegalArgumentException | DateTimeException e) {
			throw new CardException.Unreadable(terminal.getName(), e.getMessage(), e);
		}
	}

	boolean isConnectedBy(javax.smartcardio.Card other) {
		return connection == other;
	}

	@Override
	public String readerName() {
		return terminal.getName();
	}

	@Override
	public CardIdentity identity() {
		return identity;
	}

	@Override
	public List<X509Certificate> chain(CardKey key) throws CardException {
		var leaf = certificate(
				key == CardKey.SIGNATURE ? CardFile.SIGNATURE_CERTIFICATE : CardFile.AUTHENTICATION_CERTIFICATE)
				.orElseThrow(() -> new CardException.NoSuchKey(key));
		return List.of(leaf, authority(CardFile.CA_CERTIFICATE), authority(CardFile.ROOT_CERTIFICATE));
	}

	@Override
	public OptionalInt triesLeft() {
		return triesLeft;
	}

	@Override
	public Signer signer(CardKey key, String meaning, PinEntry pin) throws CardException {
		return new EidSigner(this, key, chain(key), meaning, pin);
	}

	@Override
	public Optional<String> kind() {
		return Optional.of(Texts.of(EidCard.class).get("kind", "%d.%d".formatted(data.applet() >> 4, data.applet() & 0xF)));
	}

	@Override
	public List<Finding> findings() throws CardException {
		return new CardCheck(this, clock).findings();
	}

	@Override
	public Optional<byte[]> photo() throws CardException {
		var photo = content(CardFile.PHOTO);
		if (photo.length == 0) {
			return Optional.empty();
		}
		if (!IdentityFile.names(content(CardFile.IDENTITY), photo)) {
			throw new CardException.ForgedPhoto(readerName());
		}
		return Optional.of(photo);
	}

	@Override
	public CardTrust.Standing standing() throws CardException {
		return trust.of(chain(CardKey.AUTHENTICATION));
	}

	/** Whether it is a test card, by the chain of one of its keys. */
	boolean isTestCard(List<X509Certificate> chain) {
		return trust.of(chain) == CardTrust.Standing.TEST;
	}

	int applet() {
		return data.applet();
	}

	/** Whether the PIN was given for the authentication key, and no other program reset the card since. */
	boolean isSessionOpen() {
		return sessionOpen;
	}

	void sessionOpen(boolean open) {
		sessionOpen = open;
	}

	void triesLeft(int tries) {
		triesLeft = OptionalInt.of(tries);
	}

	/** Asks the card again, where its applet tells without costing a try. */
	void askTries(EidCommands commands) throws javax.smartcardio.CardException, StatusException {
		if (CardData.tellsTries(data.applet())) {
			triesLeft = commands.cardData().triesLeft();
		}
	}

	/** Works with the card, and with nobody else meanwhile. */
	<T> T exclusively(CardLine.Work<T> work) throws StatusException, ProblemException {
		return line.exclusively(this::live, work);
	}

	/** The connection; a new one where another program reset the card, and it is the same card. */
	private javax.smartcardio.Card live()
			throws javax.smartcardio.CardException, StatusException, CardException {
		try {
			connection.beginExclusive();
			connection.endExclusive();
			return connection;
		} catch (javax.smartcardio.CardException e) {
			if (!PcscError.isReset(e)) {
				throw e;
			}
		}
		sessionOpen = false;
		var again = terminal.connect("*");
		var found = new EidCommands(again.getBasicChannel()).cardData();
		if (!found.chip().equals(data.chip())) {
			throw new CardException.NoCard(readerName(), null);
		}
		connection = again;
		return again;
	}

	/** A certificate; nothing where the card has none there. */
	Optional<X509Certificate> certificate(CardFile file) throws CardException {
		var content = content(file);
		if (content.length == 0 || content[0] == 0) {
			return Optional.empty();
		}
		try {
			return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
					.generateCertificate(new ByteArrayInputStream(content)));
		} catch (CertificateException e) {
			throw new CardException.Unreadable(readerName(), file.name(), e);
		}
	}

	X509Certificate authority(CardFile file) throws CardException {
		return certificate(file).orElseThrow(() -> new CardException.Unreadable(readerName(), file.name(), null));
	}

	/** A file as it is on the card; empty where it is not there. */
	byte[] content(CardFile file) throws CardException {
		synchronized (files) {
			var known = files.get(file);
			if (known == null) {
				known = readContent(file);
				files.put(file, known);
			}
			return known.clone();
		}
	}

	private byte[] readContent(CardFile file) throws CardException {
		try {
			return exclusively(connected -> new EidCommands(connected.getBasicChannel()).read(file));
		} catch (StatusException e) {
			if (e.status() == StatusException.FILE_NOT_FOUND) {
				return new byte[0];
			}
			throw new CardException.Unreadable(readerName(), e.getMessage(), e);
		} catch (CardException e) {
			throw e;
		} catch (ProblemException interrupted) {
			throw new CardException.Busy(readerName(), interrupted);
		}
	}
}
