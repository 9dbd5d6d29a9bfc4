package io.chargelake.jobs.status.occupancy;

/** Takes the polls of a task as they are read: sets those aside that can't be used, counts, passes the others on. */
final class PollIntake {
    private static final long MICROS = 1_000_000;
    private static final long DAY_S = 86_400;

    private final DeviceNumbers devices;
    private final StatusWords statuses = new StatusWords();
    private final PollTally tally = new PollTally();
    private final PollTimes times;
    private final long firstMicros; // of polls that are taken
    private final long lastMicros;
    private final PollSink sink;
    private long dayStart = -DAY_S; // of the last poll: polls of a day come together

    /** @param devices given a number as they appear */
    PollIntake(DeviceNumbers devices, PollTimes times, PollSink sink) {
        this.devices = devices;
        this.times = times;
        this.firstMicros = Math.max(times.firstMicros(), times.firstAsked());
        this.lastMicros = Math.min(times.lastMicros(), times.lastAsked());
        this.sink = sink;
    }

    DeviceNumbers devices() {
        return devices;
    }

    StatusWords statuses() {
        return statuses;
    }

    PollTally tally() {
        return tally;
    }

    /** A poll without a time. */
    void addTimeless(int type, int id) {
        tally.read();
        refuse(type, id, Refusal.UNPARSEABLE_TIME);
    }

    /**
     * @param type see {@link DeviceNumbers#type}
     * @param id see {@link DeviceNumbers#id}
     * @param status see {@link StatusWords#code}
     */
    void add(int type, int id, long micros, int status) {
        if ((type | id) < 0 || micros < firstMicros || micros > lastMicros) {
            leaveOut(type, id, micros);
            return;
        }
        tally.read();
        int code = status;
        if (status >= StatusWords.UNKNOWN_WORD) {
            tally.unknownWord();
            code -= StatusWords.UNKNOWN_WORD;
        }
        long second = micros / MICROS;
        if (second - dayStart >= DAY_S || second < dayStart) {
            dayStart = second / DAY_S * DAY_S;
            tally.day(second / DAY_S);
        }
        sink.poll(DeviceNumbers.device(type, id), second, (byte) code);
    }

    private void leaveOut(int type, int id, long micros) {
        if (times.asksFor(micros)) {
            tally.read();
            refuse(type, id, micros < times.firstMicros() ? Refusal.BEFORE_2010 : Refusal.IN_THE_FUTURE);
        }
    }

    /** @param otherwise what is wrong if the device is not */
    private void refuse(int type, int id, Refusal otherwise) {
        tally.refuse(reason(type, id, otherwise));
    }

    private static Refusal reason(int type, int id, Refusal otherwise) {
        if (type < 0) {
            return type == DeviceNumbers.DAMAGED ? Refusal.BROKEN_LINE : Refusal.UNKNOWN_DEVICE_TYPE;
        }
        if (id < 0) {
            return id == DeviceNumbers.DAMAGED ? Refusal.BAD_ENCODING : Refusal.MISSING_DEVICE_ID;
        }
        return otherwise;
    }
}
