package org.certbench.core;

import static org.certbench.core.LifeCycleEvent.ACTIVATE;
import static org.certbench.core.LifeCycleEvent.ACTIVATE_RENEWAL;
import static org.certbench.core.LifeCycleEvent.COMPLETE_RENEWAL;
import static org.certbench.core.LifeCycleEvent.EXPIRE;
import static org.certbench.core.LifeCycleEvent.INSTALL;
import static org.certbench.core.LifeCycleEvent.ISSUE;
import static org.certbench.core.LifeCycleEvent.REFUSE;
import static org.certbench.core.LifeCycleEvent.REGISTER_TOKEN;
import static org.certbench.core.LifeCycleEvent.REQUEST_RENEWAL;
import static org.certbench.core.LifeCycleEvent.REVOKE;
import static org.certbench.core.LifeCycleEvent.WINDOW_OPENS;
import static org.certbench.core.LifeCycleState.ACTIVE;
import static org.certbench.core.LifeCycleState.COMPLETED;
import static org.certbench.core.LifeCycleState.EXPIRED;
import static org.certbench.core.LifeCycleState.ISSUED;
import static org.certbench.core.LifeCycleState.REFUSED;
import static org.certbench.core.LifeCycleState.RENEWAL_AWAITS_ACTIVATION;
import static org.certbench.core.LifeCycleState.RENEWAL_AWAITS_COMPLETION;
import static org.certbench.core.LifeCycleState.RENEWAL_DUE;
import static org.certbench.core.LifeCycleState.REQUESTED;
import static org.certbench.core.LifeCycleState.REVOKED;
import static org.certbench.core.LifeCycleState.SUPERSEDED;
import static org.certbench.core.LifeCycleState.TOKEN_REGISTERED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B03: the whole life of a certificate: what can happen in each state, and that nothing else can. */
class LifeCycleStateTest {

	private static final Map<LifeCycleState, Map<LifeCycleEvent, LifeCycleState>> ALLOWED = Map.ofEntries(
			Map.entry(REQUESTED, Map.of(ISSUE, ISSUED, REFUSE, REFUSED)),
			Map.entry(ISSUED, Map.of(INSTALL, COMPLETED, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(COMPLETED, Map.of(REGISTER_TOKEN, TOKEN_REGISTERED, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(TOKEN_REGISTERED, Map.of(ACTIVATE, ACTIVE, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(ACTIVE, Map.of(WINDOW_OPENS, RENEWAL_DUE, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(RENEWAL_DUE, Map.of(REQUEST_RENEWAL, RENEWAL_AWAITS_COMPLETION, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(RENEWAL_AWAITS_COMPLETION, Map.of(COMPLETE_RENEWAL, RENEWAL_AWAITS_ACTIVATION, REFUSE, RENEWAL_DUE,
					EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(RENEWAL_AWAITS_ACTIVATION, Map.of(ACTIVATE_RENEWAL, SUPERSEDED, EXPIRE, EXPIRED, REVOKE, REVOKED)),
			Map.entry(SUPERSEDED, Map.of()), Map.entry(EXPIRED, Map.of()), Map.entry(REVOKED, Map.of()),
			Map.entry(REFUSED, Map.of()));

	@ParameterizedTest
	@EnumSource
	void everyEventInEveryState(LifeCycleState state) {
		for (var event : LifeCycleEvent.values()) {
			assertEquals(Optional.ofNullable(ALLOWED.get(state).get(event)), state.after(event), state + " " + event);
		}
	}

	@Test
	@DisplayName("a first certificate's life, and its end by a renewal")
	void aWholeLife() {
		var state = REQUESTED;
		for (var event : new LifeCycleEvent[] { ISSUE, INSTALL, REGISTER_TOKEN, ACTIVATE, WINDOW_OPENS, REQUEST_RENEWAL,
				COMPLETE_RENEWAL, ACTIVATE_RENEWAL }) {
			state = state.after(event).orElseThrow();
		}

		assertEquals(SUPERSEDED, state);
		assertTrue(state.isFinal());
	}

	@Test
	@DisplayName("M24: the old certificate is in use until the new one's token is activated, and not after")
	void inUse() {
		var inUse = EnumSet.allOf(LifeCycleState.class);
		inUse.removeIf(state -> !state.isInUse());

		assertEquals(Set.of(ACTIVE, RENEWAL_DUE, RENEWAL_AWAITS_COMPLETION, RENEWAL_AWAITS_ACTIVATION), inUse);
	}

	@Test
	void afterAnEndNothingFollows() {
		for (var state : LifeCycleState.values()) {
			assertEquals(ALLOWED.get(state).isEmpty(), state.isFinal(), state::name);
		}
		assertFalse(REQUESTED.isFinal());
	}

	@Test
	void namesInFiles() {
		assertEquals("renewal-awaits-completion", RENEWAL_AWAITS_COMPLETION.id());
	}
}
