package dev.safar.standalone.backtest;

/** Hears how far a backtest is, from several threads. */
public interface Progress {

    /** Nobody wants to know. */
    Progress SILENT = new Progress() {
        @Override
        public void read(long bytes, long events) {}

        @Override
        public void lived(long events, long of) {}
    };

    /** So much of the file has been read. */
    void read(long bytes, long events);

    /** So many events have been lived through. */
    void lived(long events, long of);
}
