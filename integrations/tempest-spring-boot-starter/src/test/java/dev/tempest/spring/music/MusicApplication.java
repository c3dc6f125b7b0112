package dev.tempest.spring.music;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;

/** The databases of its package are found, as those of a {@code @SpringBootApplication}. */
@SpringBootConfiguration
@AutoConfigurationPackage
public class MusicApplication {}
