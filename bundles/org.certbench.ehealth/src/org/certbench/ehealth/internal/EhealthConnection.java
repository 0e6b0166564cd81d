package org.certbench.ehealth.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.Applicant;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.CertificateRecord;
import org.certbench.authority.Order;
import org.certbench.authority.OrderReceipt;
import org.certbench.authority.SignedOrder;
import org.certbench.core.Environment;
import org.certbench.core.Identifier;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;

/** eHealth in one environment: what every authority offers, and the capabilities that eHealth adds. */
final class EhealthConnection implements AuthorityConnection {

	private final Channel channel;
	private final ApplicantMessages applicants;
	private final CertificateMessages certificates;
	private final InformationMessages information;
	private final List<Object> capabilities;

	EhealthConnection(Channel channel, TokenVerification verification) {
		this.channel = channel;
		this.applicants = new ApplicantMessages(channel);
		this.certificates = new CertificateMessages(channel);
		this.information = new InformationMessages(channel);
		this.capabilities = List.of(new ContractMessages(channel), new TokenMessages(channel, verification),
				new DepotMessages(channel), new RevocationMessages(channel), new ForeignerMessages(channel), applicants);
	}

	@Override
	public Environment environment() {
		return channel.environment();
	}

	@Override
	public boolean mayHaveIssued(List<X509Certificate> chain) {
		return EnvironmentGuard.mayHaveIssued(chain, channel.environment());
	}

	@Override
	public List<Applicant> applicants(Identifier person, Signer authentication, Progress progress)
			throws ProblemException {
		return applicants.applicants(person, authentication, progress);
	}

	@Override
	public SignedOrder sign(Order order, Signer signature, Progress progress) throws ProblemException {
		return certificates.sign(order, signature, progress);
	}

	@Override
	public boolean isIntact(SignedOrder order) {
		return certificates.isIntact(order);
	}

	@Override
	public OrderReceipt send(SignedOrder order, Progress progress) throws ProblemException {
		return certificates.send(order, progress);
	}

	@Override
	public List<X509Certificate> collect(KeyIdentifier key, Progress progress) throws ProblemException {
		return certificates.collect(key, progress);
	}

	@Override
	public CertificateRecord lookUp(Signer certificate, Progress progress) throws ProblemException {
		return information.forCertificate(certificate, progress);
	}

	@Override
	public List<CertificateRecord> lookUpFor(Signer person, Progress progress) throws ProblemException {
		return information.forCitizen(person, progress);
	}

	@Override
	public <C> Optional<C> capability(Class<C> capability) {
		return capabilities.stream().filter(capability::isInstance).map(capability::cast).findFirst();
	}
}
