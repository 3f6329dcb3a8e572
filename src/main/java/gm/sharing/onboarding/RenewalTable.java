package gm.sharing.onboarding;

/** The table of reminders, which a process owner keeps. */
public interface RenewalTable {

    RenewalDays of(ExpiringKind kind);
}
