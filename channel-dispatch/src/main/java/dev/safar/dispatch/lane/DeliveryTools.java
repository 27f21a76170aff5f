package dev.safar.dispatch.lane;

import dev.safar.dispatch.inapp.Shelf;
import dev.safar.dispatch.policy.RetryPolicy;
import dev.safar.dispatch.policy.SendPolicy;
import dev.safar.dispatch.render.TemplateStore;
import java.time.Duration;
import java.time.InstantSource;

/** What every delivery needs and none of them changes. */
record DeliveryTools(
        TemplateStore templates,
        Retractions retractions,
        Shelf shelf,
        SendPolicy policy,
        RetryPolicy retries,
        Duration templateWait,
        DispatchMeter meter,
        InstantSource clock) {}
