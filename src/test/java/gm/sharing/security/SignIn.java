package gm.sharing.security;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages and web applications as whoever signs in meets them. */
abstract class SignIn {

    static final String TASKLIST = "/camunda/app/tasklist/default/";
    static final String TASKS = "/camunda/api/engine/engine/default/task";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    /** Other tests give many wrong passwords from this machine. */
    @BeforeEach
    void forgetWrongPasswords() {
        database.sql("delete from sign_in_attempts").update();
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
