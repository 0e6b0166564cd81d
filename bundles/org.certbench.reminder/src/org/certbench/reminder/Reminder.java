package org.certbench.reminder;

import org.certbench.inventory.CertificateLife;

/**
 * That a certificate expires soon.
 *
 * @param certificate which
 * @param threshold   the smallest number of days before the expiry that has been reached
 * @param daysLeft    whole days until the last moment, from 0 up to the threshold
 */
public record Reminder(CertificateLife certificate, int threshold, long daysLeft) {
}
