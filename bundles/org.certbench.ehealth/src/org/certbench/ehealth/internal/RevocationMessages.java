package org.certbench.ehealth.internal;

import static org.certbench.ehealth.Namespaces.CERTRA;
import static org.certbench.ehealth.Operation.GENERATE_REVOCATION_CONTRACT;
import static org.certbench.ehealth.Operation.REVOKE;

import org.certbench.authority.Contract;
import org.certbench.authority.Person;
import org.certbench.authority.RevocationOffice;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;

/** Revoking by a signed contract: GenerateRevocationContract and Revoke. */
final class RevocationMessages implements RevocationOffice {

	private final Channel channel;

	RevocationMessages(Channel channel) {
		this.channel = channel;
	}

	@Override
	public Contract draft(KeyIdentifier key, Person signer, Reason reason, Progress progress) throws ProblemException {
		var request = channel.request(GENERATE_REVOCATION_CONTRACT);
		request.text(CERTRA, "PublicKeyIdentifier", key.hex());
		WireTypes.writePerson(request, CERTRA, "Signer", signer);
		request.text(CERTRA, "RevocationReason", reason.wire());
		return channel.ask(GENERATE_REVOCATION_CONTRACT, request,
				answer -> ContractMessages.read(answer.required(CERTRA, "Contract")), progress);
	}

	@Override
	public void revoke(KeyIdentifier key, Contract contract, Signer signature, Progress progress)
			throws ProblemException {
		var request = channel.request(REVOKE);
		request.text(CERTRA, "PublicKeyIdentifier", key.hex());
		ContractMessages.write(request, CERTRA, contract);
		channel.ask(REVOKE, request, signature, answer -> key, progress);
	}
}
