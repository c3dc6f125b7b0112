package dev.tempest.spring;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the database interfaces, and registers each as a bean, and each of its tables. */
final class DatabaseRegistrar
        implements ImportBeanDefinitionRegistrar, BeanFactoryAware, EnvironmentAware, ResourceLoaderAware {
    private @Nullable BeanFactory beanFactory;
    private @Nullable Environment environment;
    private @Nullable ResourceLoader resourceLoader;

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void setResourceLoader(ResourceLoader resourceLoader) {
        this.resourceLoader = resourceLoader;
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        if (beanFactory instanceof ConfigurableListableBeanFactory beans) {
            for (String typeName : typeNames(ScanTargets.of(beans))) {
                register(ClassUtils.resolveClassName(typeName, beans.getBeanClassLoader()), registry, beans);
            }
        }
    }

    private Set<String> typeNames(ScanTargets targets) {
        Set<String> names = new TreeSet<>(targets.databases());
        Scanner scanner = new Scanner(environment, resourceLoader);
        for (String name : targets.packages()) {
            for (BeanDefinition found : scanner.findCandidateComponents(name)) {
                names.add(String.valueOf(found.getBeanClassName()));
            }
        }
        names.remove(LogicalDb.class.getName());
        names.remove(AsyncLogicalDb.class.getName());
        return names;
    }

    private static void register(
            Class<?> dbType, BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beans) {
        String[] ofApplication = beans.getBeanNamesForType(dbType, true, false);
        String name;
        if (ofApplication.length == 0) {
            name = free(ClassUtils.getShortNameAsProperty(dbType), dbType, registry);
            RootBeanDefinition definition = new RootBeanDefinition();
            definition.setTargetType(dbType);
            definition.setFactoryBeanName(DatabaseFactory.NAME);
            definition.setFactoryMethodName(DatabaseFactory.METHOD);
            definition.getConstructorArgumentValues().addIndexedArgumentValue(0, dbType);
            registry.registerBeanDefinition(name, definition);
        } else if (ofApplication.length == 1) {
            name = ofApplication[0];
        } else {
            return;
        }
        tableMethods(dbType).forEach((method, type) -> {
            String tableName = name + "." + method;
            if (!registry.containsBeanDefinition(tableName)) {
                RootBeanDefinition definition = new RootBeanDefinition();
                definition.setTargetType(type);
                definition.setFactoryBeanName(name);
                definition.setFactoryMethodName(method);
                registry.registerBeanDefinition(tableName, definition);
            }
        });
    }

    private static String free(String name, Class<?> dbType, BeanDefinitionRegistry registry) {
        return registry.containsBeanDefinition(name) ? dbType.getName() : name;
    }

    /** The tables that an interface declares: their types by the names of the methods. */
    static Map<String, ResolvableType> tableMethods(Class<?> dbType) {
        Map<String, ResolvableType> found = new TreeMap<>();
        Arrays.stream(dbType.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 0)
                .filter(method -> LogicalTable.class.isAssignableFrom(method.getReturnType())
                        || AsyncLogicalTable.class.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method ->
                        found.putIfAbsent(method.getName(), ResolvableType.forMethodReturnType(method, dbType)));
        return found;
    }

    private static final class Scanner extends ClassPathScanningCandidateComponentProvider {
        Scanner(@Nullable Environment environment, @Nullable ResourceLoader resourceLoader) {
            super(false);
            if (environment != null) {
                setEnvironment(environment);
            }
            if (resourceLoader != null) {
                setResourceLoader(resourceLoader);
            }
            addIncludeFilter(new AssignableTypeFilter(LogicalDb.class));
            addIncludeFilter(new AssignableTypeFilter(AsyncLogicalDb.class));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return definition.getMetadata().isInterface()
                    && definition.getMetadata().isIndependent();
        }
    }
}
