package org.certbench.inventory.internal;

import java.util.ArrayList;
import java.util.List;

import org.certbench.core.LifeCycleEvent;
import org.certbench.core.LifeCycleState;
import org.certbench.journal.RequestRecord;

/**
 * The events of one certificate's life so far, in their order; the state follows from them by the
 * transitions of {@link LifeCycleState} alone. An event that cannot happen in a state changes
 * nothing: a superseded certificate does not expire any more.
 */
final class LifeCourse {

	private final List<LifeCycleEvent> events = new ArrayList<>();

	/** What the certificate's own request tells. */
	LifeCourse own(RequestRecord request) {
		switch (request.milestone()) {
			case KEY_CREATED, SIGNED, SENDING, SENT -> { }
			case REFUSED -> happened(LifeCycleEvent.REFUSE);
			case INSTALLED -> happened(LifeCycleEvent.ISSUE, LifeCycleEvent.INSTALL);
			case TOKEN_REGISTERED -> {
				happened(LifeCycleEvent.ISSUE, LifeCycleEvent.INSTALL, LifeCycleEvent.REGISTER_TOKEN);
				if (!request.toBeActivated()) {
					happened(LifeCycleEvent.ACTIVATE);
				}
			}
			case ACTIVATED, HANDED_OVER -> inUse();
			case REVOKED -> inUse().happened(LifeCycleEvent.REVOKE);
		}
		return this;
	}

	/** It came into use, as far as is known. */
	LifeCourse inUse() {
		return happened(LifeCycleEvent.ISSUE, LifeCycleEvent.INSTALL, LifeCycleEvent.REGISTER_TOKEN,
				LifeCycleEvent.ACTIVATE);
	}

	/** Its renewal window opened. */
	LifeCourse windowOpened() {
		return happened(LifeCycleEvent.WINDOW_OPENS);
	}

	/** What the request that renews it tells. A renewal that was taken shows that the window was open. */
	LifeCourse renewal(RequestRecord request) {
		switch (request.milestone()) {
			case KEY_CREATED, SIGNED, REFUSED -> { }
			case SENDING, SENT, INSTALLED -> windowOpened().happened(LifeCycleEvent.REQUEST_RENEWAL);
			case TOKEN_REGISTERED -> {
				windowOpened().happened(LifeCycleEvent.REQUEST_RENEWAL, LifeCycleEvent.COMPLETE_RENEWAL);
				if (!request.toBeActivated()) {
					happened(LifeCycleEvent.ACTIVATE_RENEWAL);
				}
			}
			case ACTIVATED, HANDED_OVER -> superseded();
			case REVOKED -> {
				// what a renewed certificate has replaced does not come back with its end
				if (!request.toBeActivated()) {
					superseded();
				}
			}
		}
		return this;
	}

	private void superseded() {
		windowOpened().happened(LifeCycleEvent.REQUEST_RENEWAL, LifeCycleEvent.COMPLETE_RENEWAL,
				LifeCycleEvent.ACTIVATE_RENEWAL);
	}

	/** Its notAfter passed. */
	LifeCourse expired() {
		return happened(LifeCycleEvent.EXPIRE);
	}

	/** Where it stands. */
	LifeCycleState state() {
		var state = LifeCycleState.REQUESTED;
		for (var event : events) {
			state = state.after(event).orElse(state);
		}
		return state;
	}

	private LifeCourse happened(LifeCycleEvent... more) {
		events.addAll(List.of(more));
		return this;
	}
}
