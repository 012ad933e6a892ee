import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/** Judges PDF files with veraPDF: the arguments are pairs of a profile's file name and a PDF; prints one JSON object. */
public class Vera {
    private static final int EXAMPLES_OF_A_RULE = 5;

    public static void main(String[] arguments) throws Exception {
        PrintStream answer = System.out;
        System.setOut(System.err); // whatever the libraries print must not get into the JSON
        VeraGreenfieldFoundryProvider.initialise();
        List<Object> results = new ArrayList<>();
        for (int index = 0; index + 1 < arguments.length; index += 2) {
            results.add(judge(arguments[index], new File(arguments[index + 1])));
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("version", version());
        whole.put("results", results);
        answer.write(new ObjectMapper().writeValueAsBytes(whole));
        answer.flush();
    }

    private static String version() {
        ReleaseDetails.addDetailsFromResource("org/verapdf/release/validation-model.properties");
        ReleaseDetails details = ReleaseDetails.byId("validation-model");
        return details == null ? "" : details.getVersion();
    }

    private static Map<String, Object> judge(String profileName, File file) {
        Map<String, Object> result = new LinkedHashMap<>();
        try (PDFAParser parser = parser(profileName, file)) {
            ValidationProfile profile = profile(profileName);
            try (PDFAValidator validator = validator(profile)) {
                describe(validator.validate(parser), profile, result);
            }
        } catch (Throwable broken) { // one bad file must not end the others
            result.put("broken", broken.toString());
        }
        return result;
    }

    private static PDFAParser parser(String profileName, File file) throws Exception {
        return Foundries.defaultInstance().createParser(file, profile(profileName).getPDFAFlavour());
    }

    private static ValidationProfile profile(String name) throws Exception {
        try (InputStream xml = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name)) {
            return Profiles.profileFromXml(xml);
        }
    }

    private static PDFAValidator validator(ValidationProfile profile) {
        ValidatorConfigBuilder config = ValidatorConfigBuilder.defaultBuilder()
                .flavour(profile.getPDFAFlavour())
                .maxNumberOfDisplayedFailedChecks(EXAMPLES_OF_A_RULE)
                .showErrorMessages(true);
        return Foundries.defaultInstance().createValidator(config.build(), profile);
    }

    private static void describe(ValidationResult found, ValidationProfile profile, Map<String, Object> result) {
        Map<RuleId, Map<String, Object>> rules = new LinkedHashMap<>();
        found.getFailedChecks().forEach((id, count) -> rules.put(id, rule(id, count, profile)));
        for (TestAssertion assertion : found.getTestAssertions()) {
            Map<String, Object> rule = rules.get(assertion.getRuleId());
            if (rule != null && assertion.getStatus() == TestAssertion.Status.FAILED) {
                addExample(rule, assertion);
            }
        }
        result.put("compliant", found.isCompliant());
        result.put("profile", found.getPDFAFlavour().getId());
        result.put("checks", found.getTotalAssertions());
        result.put("rules", new ArrayList<>(rules.values()));
    }

    private static Map<String, Object> rule(RuleId id, int count, ValidationProfile profile) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("clause", id.getClause());
        rule.put("test", id.getTestNumber());
        rule.put("count", count);
        rule.put("description", profile.getRuleByRuleId(id).getDescription());
        rule.put("examples", new ArrayList<Map<String, String>>());
        return rule;
    }

    @SuppressWarnings("unchecked")
    private static void addExample(Map<String, Object> rule, TestAssertion assertion) {
        Map<String, String> example = new LinkedHashMap<>();
        example.put("context", assertion.getLocation().getContext());
        example.put("message", assertion.getErrorMessage());
        ((List<Map<String, String>>) rule.get("examples")).add(example);
    }
}
