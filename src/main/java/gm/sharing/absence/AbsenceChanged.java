package gm.sharing.absence;

/** Said in the transaction in which an absence is noted or ended: from now on others may take somebody's place today. */
public record AbsenceChanged() {}
