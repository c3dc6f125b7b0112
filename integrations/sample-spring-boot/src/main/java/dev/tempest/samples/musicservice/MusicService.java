package dev.tempest.samples.musicservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@SpringBootApplication
public class MusicService {
    public static void main(String[] args) {
        SpringApplication.run(MusicService.class, args);
    }

    @Bean
    DynamoDbClient dynamoDbClient() {
        return DynamoDbClient.create();
    }
}
