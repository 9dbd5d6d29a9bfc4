package io.chargelake.jobs.status.occupancy;

/** Takes the polls of a task as they are read: sets those aside that can't be used, counts, passes the others on. */
final class PollIntake {
    private static final int ROOM = 4096;
    private static final long DAY_S = 86_400;

    private final DeviceNumbers devices;
    private final StatusWords statuses = new StatusWords();
    private final PollTally tally = new PollTally();
    private final PollTimes times;
    private final PollSink sink;
    private final long firstSecond; // of polls that are taken
    private final long lastSecond;
    private int[] device = new int[ROOM]; // polls that wait for others, to be passed on together
    private long[] second = new long[ROOM];
    private int[] status = new int[ROOM];
    private int waiting;

    /** @param devices given a number as they appear */
    PollIntake(DeviceNumbers devices, PollTimes times, PollSink sink) {
        this.devices = devices;
        this.times = times;
        this.sink = sink;
        this.firstSecond = Math.max(times.first(), times.firstAsked());
        this.lastSecond = Math.min(times.last(), times.lastAsked());
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
        tally.read(1);
        refuse(type, id, Refusal.UNPARSEABLE_TIME);
    }

    /**
     * @param type see {@link DeviceNumbers#type}
     * @param id see {@link DeviceNumbers#id}
     * @param word see {@link StatusWords#code}
     */
    void add(int type, int id, long epochSecond, int word) {
        if ((type | id) < 0 || epochSecond < firstSecond || epochSecond > lastSecond) {
            leaveOut(type, id, epochSecond);
            return;
        }
        tally.read(1);
        tally.day(epochSecond / DAY_S);
        if (waiting == device.length) {
            flush();
        }
        device[waiting] = DeviceNumbers.device(type, id);
        second[waiting] = epochSecond;
        status[waiting++] = known(word);
    }

    /** Many at once: where none of them is odd, as mostly, they are passed on as they are. */
    void addAll(int[] type, int[] id, long[] epochSecond, int[] word, int polls) {
        flush();
        if (device.length < polls) {
            makeRoom(polls);
        }
        int[] to = device;
        int odd = 0; // negative if any poll is
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < polls; i++) {
            odd |= type[i] | id[i] | StatusWords.UNKNOWN_WORD - 1 - word[i];
            to[i] = DeviceNumbers.device(type[i], id[i]);
            first = Math.min(first, epochSecond[i]);
            last = Math.max(last, epochSecond[i]);
        }
        if (odd >= 0 && first >= firstSecond && last <= lastSecond) {
            tally.read(polls);
            tally.day(first / DAY_S);
            tally.day(last / DAY_S);
            sink.polls(to, epochSecond, word, polls);
            return;
        }
        for (int i = 0; i < polls; i++) {
            add(type[i], id[i], epochSecond[i], word[i]);
        }
    }

    /** Passes on what still waits; to be called when there are no more. */
    void flush() {
        if (waiting > 0) {
            sink.polls(device, second, status, waiting);
            waiting = 0;
        }
    }

    private void makeRoom(int polls) {
        device = new int[polls];
        second = new long[polls];
        status = new int[polls];
    }

    private int known(int word) {
        if (word < StatusWords.UNKNOWN_WORD) {
            return word;
        }
        tally.unknownWord();
        return word - StatusWords.UNKNOWN_WORD;
    }

    private void leaveOut(int type, int id, long epochSecond) {
        if (times.asksFor(epochSecond)) {
            tally.read(1);
            refuse(type, id, epochSecond < times.first() ? Refusal.BEFORE_2010 : Refusal.IN_THE_FUTURE);
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
