package io.chargelake.status;

/**
 * What the days up to a border hand to the days after it, for one device: its last run, and the part of an hour before
 * it. With the seams of a border, the polls after it give all further runs, sessions and hours; no history is read.
 * To resume, {@link #addTo} puts each seam's run beside the encoded runs of the new days (also of devices without a new
 * poll, so that their seams are handed on), and {@link OccupancyHours} is given the seams.
 *
 * <p>The last poll before the border speaks until the first poll after it, so the new days change what was written
 * before. With L the last poll before the border and N the first after it, exactly this changes, by its key:
 *
 * <ul>
 *   <li>The run (device, start): if N lies within the gap, its end, and its polls if N has its status. Otherwise nothing.
 *   <li>The session (device, start), if the run is of class occupied: the same.
 *   <li>If N lies within the gap: the hours from that of min(N, L + poll interval) on.
 *   <li>If N lies beyond the gap: hours not written yet, between the last observed and that of N, now appear as unknown.
 *       They can lie days before the border, when a device was silent for days.
 * </ul>
 *
 * <p>Nothing disappears, and no hour before {@link #firstChangedHour} changes or appears; from that hour on, every hour
 * is emitted anew and complete. So a job writes by key: it replaces runs and sessions of equal device and start, and
 * hours of equal device and hour. A job that replaces whole days goes back to the seams of the border before the day of
 * the least {@code firstChangedHour} of the devices with new polls.
 *
 * <p>A poll at or before L which arrives later can't be resumed from here: {@link OccupancyHours} refuses it, or it
 * shows as a tangle with the seam's run; an earlier border's seams are needed then.
 *
 * @param start first poll of the device's last run
 * @param lastPoll last poll of that run, so the device's last before the border
 * @param polls polls of that run
 * @param hourPart what the hour of {@code lastPoll} holds from before {@code start}
 */
public record Seam(int device, byte status, long start, long lastPoll, int polls, HourPart hourPart) {
    public Seam {
        if (device < 0 || start > lastPoll || polls < 1 || !Status.isCode(status)) {
            throw new IllegalArgumentException("Cannot make seam: device " + device + ", status code " + status
                    + ", polls " + polls + " from " + start + " to " + lastPoll
                    + " (device >= 0, a code of Status, at least one poll, seconds in order)");
        }
    }

    /** Start second of the first hour that polls after the border can change. */
    public long firstChangedHour() {
        return lastPoll / 3600 * 3600;
    }

    /** Puts the last run beside runs of later polls, for it to be stitched to them. */
    public void addTo(Runs runs) {
        runs.add(device, start, lastPoll, polls, status);
    }
}
