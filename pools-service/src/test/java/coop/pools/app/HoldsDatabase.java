package coop.pools.app;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that opens a database, says {@code o}, and keeps it until its input ends. */
public final class HoldsDatabase {
    private HoldsDatabase() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0], "sa", "")) {
            System.out.print(connection.isValid(1) ? "o" : "x");
            System.out.flush();
            while (System.in.read() >= 0) {
                System.out.flush();
            }
        }
    }
}
