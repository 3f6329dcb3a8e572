package gm.sharing.onboarding;

/**
 * When an organisation is asked to renew a fact.
 *
 * @param days how many days before the last day it is asked
 * @param dueDays how many working days it has to answer
 */
public record RenewalDays(int days, int dueDays) {}
