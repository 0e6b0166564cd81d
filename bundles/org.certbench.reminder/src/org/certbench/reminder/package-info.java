/**
 * Tells of certificates that expire soon, by mail and in the workbench: once for each addressee, certificate
 * and threshold (M20). Begin at the services {@link Reminders} and {@link ReminderSetup}.
 */
package org.certbench.reminder;
