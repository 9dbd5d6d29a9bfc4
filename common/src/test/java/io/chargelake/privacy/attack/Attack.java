package io.chargelake.privacy.attack;

/** Somebody's way to what is not for them, against a defence given at construction. The same result in every run. */
public interface Attack {
    AttackResult run();
}
