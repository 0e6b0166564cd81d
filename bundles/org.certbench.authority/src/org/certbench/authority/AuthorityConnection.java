package org.certbench.authority;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;

/**
 * What a certificate authority offers in one environment. Issuing is asynchronous: one orders,
 * looks again later, collects. What only some authorities have (a contract to sign, encryption
 * tokens) is asked for as a {@link #capability(Class) capability}.
 *
 * <p>
 * Every method may block as long as the network and the person with the PIN take, fails with
 * {@link AuthorityException} (or with the signer's own {@link ProblemException}), and stops with
 * {@link Cancelled} when the progress is cancelled. Thread-safe.
 */
public interface AuthorityConnection {

	Environment environment();

	/**
	 * Whether a certificate may come from this environment, as far as it tells itself; quick, asks
	 * nobody. Environments never mix (M01): what surely comes from another one is not used here.
	 *
	 * @param chain leaf first
	 */
	default boolean mayHaveIssued(List<X509Certificate> chain) {
		return true;
	}

	/**
	 * The holders for whom a person may order.
	 *
	 * @param person         the person's identifier
	 * @param authentication the key that proves who the person is
	 * @return the person first, where it may order for itself
	 */
	List<Applicant> applicants(Identifier person, Signer authentication, Progress progress) throws ProblemException;

	/**
	 * Signs an order. Nothing is sent; the result can be kept and sent again, and contains no
	 * secret.
	 *
	 * @param signature the key that binds the person
	 */
	SignedOrder sign(Order order, Signer signature, Progress progress) throws ProblemException;

	/**
	 * Whether an order that was kept is still what was signed, and for this environment; quick, asks
	 * nobody. Where it is not, it can only be signed again.
	 */
	default boolean isIntact(SignedOrder order) {
		return true;
	}

	/**
	 * Sends an order. Where it is not known whether an earlier sending arrived, ask
	 * {@link #collect} first: it fails with {@link AuthorityException.NotYetIssued} for an order that
	 * did.
	 */
	OrderReceipt send(SignedOrder order, Progress progress) throws ProblemException;

	/**
	 * The issued certificate and those above it.
	 *
	 * @return leaf first; the root is not among them
	 * @throws AuthorityException.NotYetIssued where it is ordered but not issued
	 */
	List<X509Certificate> collect(KeyIdentifier key, Progress progress) throws ProblemException;

	/** What the authority knows of the certificate that signs the question. */
	CertificateRecord lookUp(Signer certificate, Progress progress) throws ProblemException;

	/** What the authority knows of all certificates that a person ordered. */
	List<CertificateRecord> lookUpFor(Signer person, Progress progress) throws ProblemException;

	/**
	 * Something that only some authorities can do: {@link ContractOffice}, {@link TokenOffice},
	 * {@link TokenDepot}, {@link RevocationOffice}, {@link OrganisationTypes}, {@link ForeignerOffice}.
	 */
	<C> Optional<C> capability(Class<C> capability);
}
