package org.certbench.inventory.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.LifeCycleState;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What state follows from a request's milestone, for its own certificate and for the renewed one. */
class LifeCourseTest {

	@ParameterizedTest(name = "own request {0}, to be activated {1}: {2}")
	@CsvSource({ "KEY_CREATED,false,REQUESTED", "SENDING,false,REQUESTED", "SENT,false,REQUESTED",
			"REFUSED,false,REFUSED", "INSTALLED,false,COMPLETED", "TOKEN_REGISTERED,true,TOKEN_REGISTERED",
			"TOKEN_REGISTERED,false,ACTIVE", "ACTIVATED,true,ACTIVE", "HANDED_OVER,true,ACTIVE", "REVOKED,true,REVOKED" })
	void ownRequest(Milestone milestone, boolean toBeActivated, LifeCycleState state) {
		assertEquals(state, new LifeCourse().own(request(milestone, toBeActivated)).state());
	}

	@DisplayName("M22 the old certificate shows the phase of its renewal")
	@ParameterizedTest(name = "renewal {0}, to be activated {1}: {2}")
	@CsvSource({ "KEY_CREATED,false,RENEWAL_DUE", "SIGNED,false,RENEWAL_DUE", "SENDING,false,RENEWAL_AWAITS_COMPLETION",
			"SENT,false,RENEWAL_AWAITS_COMPLETION", "REFUSED,false,RENEWAL_DUE",
			"INSTALLED,false,RENEWAL_AWAITS_COMPLETION", "TOKEN_REGISTERED,true,RENEWAL_AWAITS_ACTIVATION",
			"TOKEN_REGISTERED,false,SUPERSEDED", "ACTIVATED,true,SUPERSEDED", "HANDED_OVER,true,SUPERSEDED",
			"REVOKED,true,RENEWAL_DUE", "REVOKED,false,SUPERSEDED" })
	void renewal(Milestone milestone, boolean toBeActivated, LifeCycleState state) {
		var course = new LifeCourse().inUse().windowOpened();
		assertEquals(state, course.renewal(request(milestone, toBeActivated)).state());
	}

	@Test
	void aRenewalThatWasTakenShowsThatTheWindowWasOpen() {
		var course = new LifeCourse().inUse().renewal(request(Milestone.SENT, false));
		assertEquals(LifeCycleState.RENEWAL_AWAITS_COMPLETION, course.state());
	}

	@Test
	void whatIsSupersededDoesNotExpireAnyMore() {
		var course = new LifeCourse().inUse().renewal(request(Milestone.ACTIVATED, true)).expired();
		assertEquals(LifeCycleState.SUPERSEDED, course.state());
	}

	@Test
	void aPendingRenewalDoesNotKeepTheOldOneFromExpiring() {
		var course = new LifeCourse().inUse().renewal(request(Milestone.SENT, false)).expired();
		assertEquals(LifeCycleState.EXPIRED, course.state());
	}

	private static RequestRecord request(Milestone milestone, boolean toBeActivated) {
		return new RequestRecord(new KeyIdentifier("00112233445566778899AABBCCDDEEFF00112233"), Environment.SIMULATOR,
				Holder.parse("NIHII-AMBU_SERVICE=79690151"), "", Path.of("a.p12"), null, null, milestone, Instant.EPOCH,
				Instant.EPOCH, toBeActivated, null);
	}
}
