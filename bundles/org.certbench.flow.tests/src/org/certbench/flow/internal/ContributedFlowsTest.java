package org.certbench.flow.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.authority.Authorities;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.flow.FlowException;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.Renewal;
import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The flows of an installation")
class ContributedFlowsTest {

	private static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	private static final String PLUGIN = """
			<?xml version="1.0" encoding="UTF-8"?>
			<?eclipse version="3.4"?>
			<plugin>
			   <extension-point id="org.certbench.flow.flows" name="Flows"/>
			   <extension point="org.certbench.flow.flows">
			      <flow id="last" name="Last" description="The last one" order="30" does="activate" class="none"/>
			      <flow id="first" name="First" description="The first one" group="request" order="10" does="send" class="none">
			         <need text="A card"/>
			         <need text="A reader"/>
			      </flow>
			      <flow id="again" name="Again" description="Once more" group="renewal" order="20" does="send-renewal"
			            onKeystore="true" class="none"/>
			   </extension>
			</plugin>
			""";

	private final ContributedFlows flows = new ContributedFlows(registry(), new NoAuthorities(), null, null, null, null, null,
			null);

	private static final class NoAuthorities implements Authorities {
		@Override
		public List<Description> installed() {
			return List.of();
		}

		@Override
		public Authority authority(String id) {
			throw new IllegalArgumentException(id);
		}
	}

	private static IExtensionRegistry registry() {
		var token = new Object();
		var registry = RegistryFactory.createRegistry(null, token, token);
		registry.addContribution(new ByteArrayInputStream(PLUGIN.getBytes(StandardCharsets.UTF_8)),
				ContributorFactorySimple.createContributor("org.example"), false, "plugin.xml", null, token);
		return registry;
	}

	@Test
	@DisplayName("M02: are described in their order, with what must be at hand")
	void described() {
		assertEquals(List.of("first", "again", "last"), flows.installed().stream().map(flow -> flow.id()).toList());
		var first = flows.description("first").orElseThrow();
		assertEquals(List.of("A card", "A reader"), first.needs());
		assertEquals("request", first.group());
		assertEquals("other", flows.description("last").orElseThrow().group());
		assertEquals(List.of(false, true), List.of(first.onKeystore(), flows.description("again").orElseThrow().onKeystore()));
	}

	@Test
	@DisplayName("M22: go on with a request by what they say they do")
	void next() {
		var renewal = new Renewal(KEY, Path.of("old.p12"));

		assertEquals(Optional.of("first"), flows.next(request(Milestone.SIGNED, null)));
		assertEquals(Optional.of("again"), flows.next(request(Milestone.SENDING, renewal)));
		assertEquals(Optional.of("last"), flows.next(request(Milestone.TOKEN_REGISTERED, renewal)));
		assertEquals(Optional.empty(), flows.next(request(Milestone.SENT, null)), "no flow that completes is installed");
		assertEquals(Optional.empty(), flows.next(request(Milestone.REFUSED, null)));
	}

	private static RequestRecord request(Milestone milestone, Renewal renewal) {
		return new RequestRecord(KEY, Environment.SIMULATOR, Holder.parse("SSIN=85999900189"), "JANE DOE",
				Path.of("new.p12"), renewal, null, milestone, Instant.EPOCH, Instant.EPOCH, true, null);
	}

	@Test
	@DisplayName("W03: have no session in an environment that no installed authority serves")
	void noAuthority() {
		assertThrows(FlowException.NoAuthority.class, () -> flows.session(Environment.SIMULATOR, null, null));
	}
}
