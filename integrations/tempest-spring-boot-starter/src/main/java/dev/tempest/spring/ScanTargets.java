package dev.tempest.spring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.SingletonBeanRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** Where database interfaces are looked for: what all {@link TempestScan} annotations of an application say. */
final class ScanTargets {
    private static final String NAME = ScanTargets.class.getName();

    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> databases = new LinkedHashSet<>();

    /** Those that annotations have named, or else the application's own packages. */
    static ScanTargets of(ConfigurableListableBeanFactory beans) {
        if (beans.containsSingleton(NAME)) {
            return beans.getBean(NAME, ScanTargets.class);
        }
        ScanTargets ofApplication = new ScanTargets();
        if (AutoConfigurationPackages.has(beans)) {
            ofApplication.packages.addAll(AutoConfigurationPackages.get(beans));
        }
        return ofApplication;
    }

    Set<String> packages() {
        return packages;
    }

    /** The names of the interfaces that are not looked for. */
    Set<String> databases() {
        return databases;
    }

    private void add(AnnotationMetadata annotated) {
        MergedAnnotation<TempestScan> scan = annotated.getAnnotations().get(TempestScan.class);
        List<String> named = new ArrayList<>(Arrays.asList(scan.getStringArray("basePackages")));
        // As text: the classes need not be loaded.
        AnnotationAttributes attributes = scan.asAnnotationAttributes(MergedAnnotation.Adapt.CLASS_TO_STRING);
        for (String type : attributes.getStringArray("basePackageClasses")) {
            named.add(ClassUtils.getPackageName(type));
        }
        List<String> types = Arrays.asList(attributes.getStringArray("databases"));
        if (named.isEmpty() && types.isEmpty()) {
            named.add(ClassUtils.getPackageName(annotated.getClassName()));
        }
        packages.addAll(named);
        databases.addAll(types);
    }

    /** Collects what a {@link TempestScan} says, before the databases are registered. */
    static final class Registrar implements ImportBeanDefinitionRegistrar, BeanFactoryAware {
        private @Nullable BeanFactory beans;

        @Override
        public void setBeanFactory(BeanFactory beanFactory) {
            this.beans = beanFactory;
        }

        @Override
        public void registerBeanDefinitions(AnnotationMetadata annotated, BeanDefinitionRegistry registry) {
            if (beans instanceof SingletonBeanRegistry singletons) {
                ScanTargets targets = (ScanTargets) singletons.getSingleton(NAME);
                if (targets == null) {
                    // No definition: nothing of it is needed once the databases are registered, nor in generated code.
                    targets = new ScanTargets();
                    singletons.registerSingleton(NAME, targets);
                }
                targets.add(annotated);
            }
        }
    }
}
